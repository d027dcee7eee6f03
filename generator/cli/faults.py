"""What a disk refuses, in words: a full one is not a bug of the program (磁盘的错误)."""

from __future__ import annotations

import errno

_WORDS = {
    errno.ENOSPC: "磁盘已满，腾出空间后再运行",
    errno.EDQUOT: "超出了磁盘配额，腾出空间后再运行",
    errno.EFBIG: "文件太大，这个磁盘放不下",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这里是文件夹，不是文件",
    errno.ENOTDIR: "上级不是文件夹",
    errno.EEXIST: "这里已经有一个文件",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错，请检查磁盘",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
}


def refusal(error: OSError) -> str | None:
    """Return what the disk refused and where, in one line; None for an error that may as well be a bug."""
    words = _WORDS.get(error.errno or 0)
    if words is None:
        return None
    places = [str(name) for name in (error.filename, error.filename2) if name is not None]
    return "：".join([" → ".join(places), words]) if places else words
