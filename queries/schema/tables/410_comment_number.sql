-- The numbers of comments.
create sequence comment_number;
