"""Large runs: processes, the cache, the progress bar."""

from __future__ import annotations

SCALE: dict[str, str] = {
    # cli/means.py
    "How many processes read drafts; auto takes as many as pay off. Without this, one.": "同时用几个进程读信；auto 表示划算几个就用几个。不写则用一个。",
    "Read every draft anew, and keep nothing of what is found.": "每封信都重新读，查到的结果也不保存。",
    # cli/progress.py
    "Reading drafts": "正在读信",
    # cli/cache.py
    "Show or clear what is kept between runs.": "查看或清除缓存。",
    "Show or clear what is kept of what was found in drafts, so that an unchanged one need not be read again.": "查看或清除缓存。查过的信没有改动，就不用再读一遍。",
    "It quotes the drafts, and lies in a folder that is yours alone to read. POALINT_CACHE_DIR names another folder.": "缓存里会有信中的原话，放在只有你自己能读的文件夹里。要换文件夹，请设置 POALINT_CACHE_DIR。",
    "Tell where it lies and how much there is.": "显示缓存在哪里、有多大。",
    "Remove it.": "清除缓存。",
    "Remove it; nothing else in that folder is touched.": "清除缓存；那个文件夹里的其他东西不会动。",
    "Folder: {folder}": "文件夹：{folder}",
    "Size: {size} MB": "大小：{size} MB",
    "Nothing is cached there.": "那里没有缓存。",
    "Removed {size} MB from {folder}": "已从 {folder} 清除 {size} MB",
    "Nothing is cached in {folder}": "{folder} 里没有缓存",
    # caching/keeping.py
    "this cannot be removed ({why})": "无法删除（{why}）",
    "Try again when no other run uses it.": "请等其他正在用它的检查结束后再试。",
    # caching/store.py
    "the cache was damaged; it lies in {path} now, and a new one is made": "缓存文件损坏了，已移到 {path}，并新建了一份",
    "nothing is cached: {folder} cannot be used ({why}). POALINT_CACHE_DIR names another folder": "这次不用缓存：{folder} 不能用（{why}）。要换文件夹，请设置 POALINT_CACHE_DIR",
    # working/pool.py
    "drafts from {path}": "从 {path} 起的几封信",
    "every process that reads it is gone before it is done ({how})": "读这封信的进程每次都中途退出（{how}）",
    "a process that judged them is gone ({how})": "负责检查的进程没了（{how}）",
    "it was ended by signal {number}": "被信号 {number} 终止",
    "it ended with status {status}": "退出码为 {status}",
    "Memory may have run out: try again with fewer --jobs.": "可能是内存不够：请把 --jobs 调小再试。",
}
