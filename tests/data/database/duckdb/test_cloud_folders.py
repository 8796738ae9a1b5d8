"""Folders of cloud sync are no place for a store, on whatever system."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from data.database import Database
from data.database.duckdb.cloud_folders import is_cloud_path
from data.model.errors import StoreSynchronisedError

CLOUD = [
    PureWindowsPath(r"C:\Users\plan\OneDrive\ita\ita.duckdb"),
    PureWindowsPath(r"C:\Users\plan\OneDrive - อบต.กุศกร\Documents\ita.duckdb"),
    PureWindowsPath(r"C:\Users\plan\Dropbox (Personal)\ita.duckdb"),
    PureWindowsPath(r"G:\My Drive\ita.duckdb"),
    PureWindowsPath(r"G:\Shared drives\แผน\ita.duckdb"),
    PureWindowsPath(r"C:\Users\plan\iCloudDrive\ita.duckdb"),
    PurePosixPath("/Users/plan/Library/CloudStorage/GoogleDrive-a@b.th/My Drive/ita.duckdb"),
    PurePosixPath("/Users/plan/Library/CloudStorage/OneDrive-Personal/ita.duckdb"),
    PurePosixPath("/Users/plan/Library/Mobile Documents/com~apple~CloudDocs/ita.duckdb"),
    PurePosixPath("/home/plan/Dropbox/ita.duckdb"),
    PurePosixPath("/home/plan/Nextcloud/ita/ita.duckdb"),
]
PLAIN = [
    PureWindowsPath(r"C:\ITA\data\store\ita.duckdb"),
    PureWindowsPath(r"D:\My Documents\drive\ita.duckdb"),
    PurePosixPath("/home/plan/box/drive/ita.duckdb"),
    PurePosixPath("/home/plan/onedrive.txt.d/ita.duckdb"),
]


@pytest.mark.parametrize("path", CLOUD, ids=str)
def test_a_path_of_a_cloud_is_known_by_its_names(path):
    assert is_cloud_path(path, {})


@pytest.mark.parametrize("path", PLAIN, ids=str)
def test_other_paths_are_not_taken_for_one(path):
    assert not is_cloud_path(path, {"OneDrive": ""})


def test_documents_that_windows_has_redirected_are_known_by_its_variable():
    store = PureWindowsPath(r"C:\Users\plan\Documents\ita\ita.duckdb")

    assert is_cloud_path(store, {"OneDriveCommercial": r"c:\users\PLAN\documents"})
    assert not is_cloud_path(store, {"OneDriveCommercial": r"C:\Users\plan\Doc"})


def test_a_store_below_a_folder_of_a_cloud_is_not_opened(tmp_path):
    tmp_path.joinpath("Work", ".dropbox.cache").mkdir(parents=True)

    for folder in ("OneDrive - อบต", "Work/ita"):
        with pytest.raises(StoreSynchronisedError):
            Database(tmp_path / folder / "ita.duckdb")
        assert not tmp_path.joinpath(folder).exists()


def test_a_link_to_a_folder_of_a_cloud_hides_nothing(tmp_path):
    tmp_path.joinpath("Dropbox").mkdir()
    link = tmp_path / "plain"
    link.symlink_to(tmp_path / "Dropbox")

    with pytest.raises(StoreSynchronisedError):
        Database(Path(link, "ita.duckdb"))
