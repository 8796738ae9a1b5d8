"""The web site an agency publishes: pages, documents and open data that stand by themselves."""
