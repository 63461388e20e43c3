"""What kind of thing an external link leads to, told from its address alone."""

from __future__ import annotations

import re
from functools import lru_cache

from journal_site.model.entry import LinkKind

_URL = re.compile(r"(?:https?|ftp)://(?:www\.)?([^/?#:]*)(?::\d+)?([^?#]*)(\?[^#]*)?", re.IGNORECASE)

_HOSTS: dict[LinkKind, str] = {
    "paper": """arxiv.org openreview.net aclanthology.org aclweb.org papers.nips.cc proceedings.neurips.cc
    papers.neurips.cc proceedings.mlr.press jmlr.org openaccess.thecvf.com doi.org dx.doi.org dl.acm.org
    ieeexplore.ieee.org semanticscholar.org biorxiv.org medrxiv.org ssrn.com papers.ssrn.com sciencedirect.com
    link.springer.com researchgate.net pubmed.ncbi.nlm.nih.gov ncbi.nlm.nih.gov hal.science eprint.iacr.org alphaxiv.org
    jstor.org academic.oup.com onlinelibrary.wiley.com pnas.org distill.pub scholar.google.com""",
    "repository": "gitlab.com bitbucket.org codeberg.org sourceforge.net gitee.com git.sr.ht gist.github.com",
    "notebook": """colab.research.google.com nbviewer.org nbviewer.jupyter.org nbviewer.ipython.org mybinder.org
        deepnote.com observablehq.com""",
    "dataset": """archive.ics.uci.edu data.world datahub.io zenodo.org data.gov openml.org commoncrawl.org
        image-net.org cocodataset.org""",
    "model": "tfhub.dev civitai.com modelscope.cn ollama.com",
    "video": "youtube.com youtu.be vimeo.com bilibili.com twitch.tv loom.com dailymotion.com ted.com",
    "course": """coursera.org udemy.com edx.org udacity.com fast.ai course.fast.ai freecodecamp.org codecademy.com
        khanacademy.org datacamp.com ocw.mit.edu deeplearning.ai learn.deeplearning.ai pluralsight.com
        frontendmasters.com exercism.org exercism.io codewars.com leetcode.com hackerrank.com theodinproject.com
        educative.io brilliant.org app.pluralsight.com egghead.io wesbos.com javascript30.com cs50.harvard.edu
        scrimba.com adventofcode.com projecteuler.net skillshare.com futurelearn.com teamtreehouse.com
        linkedin-learning.com laracasts.com""",
    "documentation": """developer.mozilla.org readthedocs.io readthedocs.org pytorch.org tensorflow.org keras.io
        scikit-learn.org numpy.org scipy.org pandas.pydata.org matplotlib.org devdocs.io w3schools.com docs.rs
        pkg.go.dev man7.org en.cppreference.com cppreference.com rust-lang.org nodejs.org reactjs.org react.dev
        vuejs.org angular.io python.org pypi.org npmjs.com crates.io wikipedia.org""",
    "social": """twitter.com x.com mobile.twitter.com linkedin.com facebook.com instagram.com reddit.com
        news.ycombinator.com mastodon.social bsky.app discord.com discord.gg t.me threads.net weibo.com slack.com
        pinterest.com quora.com meetup.com""",
    "article": """medium.com towardsdatascience.com dev.to substack.com hashnode.dev hackernoon.com blogspot.com
        wordpress.com github.io kdnuggets.com machinelearningmastery.com analyticsvidhya.com geeksforgeeks.org
        css-tricks.com smashingmagazine.com freecodecamp.org/news digitalocean.com realpython.com stackoverflow.com
        stackexchange.com blog.google ai.googleblog.com openai.com ruder.io jalammar.github.io colah.github.io
        lilianweng.github.io zhihu.com zhuanlan.zhihu.com jianshu.com csdn.net cnblogs.com qiita.com zenn.dev
        habr.com velog.io tistory.com betterprogramming.pub neptune.ai wandb.ai""",
}
_KINDS: dict[str, LinkKind] = {host: kind for kind, hosts in _HOSTS.items() for host in hosts.split()}

_FILES = re.compile(
    r"\.(?:zip|gz|tgz|xz|bz2|7z|rar|csv|tsv|xlsx?|docx?|pptx?|txt|json|epub|mp3|wav|png|jpe?g|gif|svg|webp|bmp)$",
    re.IGNORECASE,
)
_DATA = re.compile(r"\.(?:csv|tsv|parquet|npz|h5|arff)$", re.IGNORECASE)
_VIDEO_FILES = re.compile(r"\.(?:mp4|webm|mov|mkv|avi)$", re.IGNORECASE)
_DOCS_HOST = re.compile(r"^(?:docs?|documentation|api|reference|manual|man|wiki|developers?|learn)\.")
_DOCS_PATH = re.compile(
    r"^/(?:[\w.-]+/)?(?:docs?|documentation|reference|manual|api|guide|tutorials?)(?:/|$|\.)", re.IGNORECASE
)
_BLOG_HOST = re.compile(r"(?:^|\.)(?:blog|blogs|engineering|techblog)\d*\.|\.blog$")
_BLOG_PATH = re.compile(r"/(?:blog|blogs|posts?|articles?|news|p|questions|\d{4}/\d{1,2})(?:/|$)", re.IGNORECASE)
_COURSE = re.compile(r"/(?:courses?|class|classes|lectures?|mooc)(?:/|$)|^cs\d+\w*\.|\bcs\d{3}[a-z]?\b", re.IGNORECASE)
_GIST = re.compile(r"/([^/]+)/([^/]+)(?:/(.*))?")


@lru_cache(maxsize=4096)
def link_kind(url: str) -> LinkKind:
    """Return the kind of thing that an address leads to; `other` where it does not tell."""
    match = _URL.match(url)
    if match is None:
        return "other"
    host, path = match[1].lower(), match[2]
    if path.endswith(".ipynb"):
        return "notebook"
    if special := _SPECIAL.get(host):
        return special(path)
    kind = _by_host(host)
    if kind in ("article", "documentation", None):
        kind = _by_path(host, path) or kind
    return kind or ("other" if path in ("", "/") else "article" if _BLOG_PATH.search(path) else "other")


def _by_host(host: str) -> LinkKind | None:
    """Look the host up, then each domain above it."""
    while host:
        if kind := _KINDS.get(host):
            return kind
        host = host.partition(".")[2]
    return None


def _by_path(host: str, path: str) -> LinkKind | None:  # noqa: PLR0911 - a table in order
    if path.lower().endswith(".pdf"):
        return "paper"
    if _VIDEO_FILES.search(path):
        return "video"
    if _DATA.search(path):
        return "dataset"
    if _FILES.search(path):
        return "file"
    if _COURSE.search(host) or _COURSE.search(path):
        return "course"
    if _DOCS_HOST.search(host) or host.endswith((".readthedocs.io", ".rtfd.io")):
        return "documentation"
    if _BLOG_HOST.search(host):
        return "article"
    return "documentation" if _DOCS_PATH.search(path) else None


def _github(path: str) -> LinkKind:
    parts = path.strip("/").split("/")
    if len(parts) < 2:  # noqa: PLR2004 - owner and name
        return "social" if parts[0] else "other"
    what = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - owner, name, what
    if what in ("pull", "pulls"):
        return "pull-request"
    if what in ("issues", "discussions"):
        return "issue"
    if what in ("blob", "raw", "releases") and len(parts) > 3:  # noqa: PLR2004 - owner, name, what, where
        return _github_file(path)
    return "documentation" if what == "wiki" else "repository"


def _github_file(path: str) -> LinkKind:
    if path.lower().endswith(".pdf"):
        return "paper"
    return "dataset" if _DATA.search(path) else "file"


def _gitlab(path: str) -> LinkKind:
    if "/merge_requests/" in path:
        return "pull-request"
    return "issue" if "/issues/" in path else "repository"


def _kaggle(path: str) -> LinkKind:
    """Tell Kaggle's notebooks (also under their old addresses, `/user/name`) from its data, contests and courses."""
    parts = path.strip("/").split("/")
    head = parts[0]
    if head in ("datasets", "c", "competitions"):
        return "notebook" if "notebooks" in parts[2:] or "code" in parts[2:] else "dataset"
    if head == "learn":
        return "course"
    if head == "models":
        return "model"
    if head in ("code", "kernels", "notebooks"):
        return "notebook"
    if head in ("discussions", "general", "docs", "blog", "") or len(parts) == 1:
        return "social" if len(parts) == 1 and head else "article"
    return "notebook"


def _hugging_face(path: str) -> LinkKind:
    parts = path.strip("/").split("/")
    head = parts[0]
    special: dict[str, LinkKind] = {
        "datasets": "dataset",
        "docs": "documentation",
        "transformers": "documentation",
        "papers": "paper",
        "blog": "article",
        "course": "course",
        "learn": "course",
        "spaces": "other",
        "": "other",
    }
    return special.get(head, "model" if len(parts) > 1 else "social")


def _nature(path: str) -> LinkKind:
    return "paper" if path.startswith("/articles") else "article"


_SPECIAL = {
    "github.com": _github,
    "raw.githubusercontent.com": _github_file,
    "gitlab.com": _gitlab,
    "kaggle.com": _kaggle,
    "huggingface.co": _hugging_face,
    "hf.co": _hugging_face,
    "nature.com": _nature,
}
