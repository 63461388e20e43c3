"""The kinds of things that links lead to: one entry for each, in the order in which pages list them.

All that names, shows, counts or recognises kinds derives from this table (`reading.contents.link_kinds` asks its
rules); only names in other languages stand elsewhere, under the kind's key, each in its language's own file.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from journal_site.model.base import Value


class Sign(NamedTuple):
    """What an address tells by how it is written."""

    rank: int
    """When it is asked: CERTAIN before all else, those from LIKELY on where no site tells, WEAK ones last of all."""
    pattern: str
    """A regular expression, searched in the host (in lower case, without `www.`) and path."""


CERTAIN, LIKELY, WEAK = 0, 1, 9


class LinkKind(Value, frozen=True, kw_only=True):
    """One kind of thing that links lead to; a link is of the kind whose rule fits best, and of `other` else."""

    key: str
    """In addresses (`links/pull-request/`), in journal.json and in translations."""
    name: str
    """What one such link is called in English, and wherever a language has no word for it."""
    names: str
    """Many of them."""
    icon: str
    """The lines of its picture, as the path of an SVG 16 wide and high."""
    bibtex: str
    """Its type of entry in links.bib; empty for what nobody cites."""
    schema: str
    """Its type at schema.org; empty for what search engines need not be told of."""
    sites: str = ""
    """Domains, with those below them; and addresses of one site, each with all below it, of which the most specific
    holds: in `example.org/*/{wiki,docs}` the star is any one step of the path (`**` any number), the braces are one or
    the other, and a final slash leaves out the address itself."""
    mixed: bool = False
    """The domains hold other things too: what an address says by itself outweighs them."""
    files: str = ""
    """What the names of such files end in, on any site that does not tell more."""
    signs: tuple[Sign, ...] = ()
    hosted: bool = False
    """The domains are places where anybody puts such things: a text that names one is not about it."""
    thing: bool = False
    """What it leads to is something that one comes back to: it gets a page of its own where several days name it."""


LINK_KINDS: Final = (
    LinkKind(
        key="paper", name="Paper", names="Papers", hosted=True, bibtex="misc", schema="ScholarlyArticle", thing=True,
        icon="M4 1.5h5l3 3v10H4zM9 1.5v3h3M6 8h4M6 11h4",
        sites="""arxiv.org openreview.net aclanthology.org aclweb.org papers.nips.cc proceedings.neurips.cc
        papers.neurips.cc proceedings.mlr.press jmlr.org openaccess.thecvf.com doi.org dx.doi.org dl.acm.org
        ieeexplore.ieee.org semanticscholar.org biorxiv.org medrxiv.org ssrn.com papers.ssrn.com sciencedirect.com
        link.springer.com researchgate.net pubmed.ncbi.nlm.nih.gov ncbi.nlm.nih.gov hal.science eprint.iacr.org
        alphaxiv.org jstor.org academic.oup.com onlinelibrary.wiley.com pnas.org distill.pub scholar.google.com
        {huggingface.co,hf.co}/papers nature.com/articles""",
        files="pdf",
    ),
    LinkKind(
        key="repository", name="Repository", names="Repositories", hosted=True, bibtex="",
        schema="SoftwareSourceCode", thing=True,
        icon="M12.5 14.5H5a1.5 1.5 0 0 1 0-3h7.5v-10H5A1.5 1.5 0 0 0 3.5 3v10",
        sites="""gitlab.com bitbucket.org codeberg.org sourceforge.net gitee.com git.sr.ht gist.github.com
        github.com/*/*""",
    ),
    LinkKind(
        key="pull-request", name="Pull request", names="Pull requests", bibtex="", schema="",
        icon="M4 5.5v5M4 2.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM4 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z"
        "M12 10.5V6a2 2 0 0 0-2-2H8M12 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z",
        sites="github.com/*/*/{pull,pulls} gitlab.com/**/merge_requests/",
    ),
    LinkKind(
        key="issue", name="Issue", names="Issues", bibtex="", schema="",
        icon="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v4M8 10.75v.5",
        sites="github.com/*/*/{issues,discussions} gitlab.com/**/issues/",
    ),
    LinkKind(
        key="notebook", name="Notebook", names="Notebooks", hosted=True, bibtex="", schema="SoftwareSourceCode",
        icon="M4 1.5h8.5v13H4zM2.5 4.5H5M2.5 8H5M2.5 11.5H5M7.5 5h2.5",
        sites="""colab.research.google.com nbviewer.org nbviewer.jupyter.org nbviewer.ipython.org mybinder.org
        deepnote.com observablehq.com kaggle.com/*/* kaggle.com/{code,kernels,notebooks}
        kaggle.com/{datasets,c,competitions}/*/**/{code,notebooks}""",
        signs=(Sign(CERTAIN, r"\.ipynb$"),),
    ),
    LinkKind(
        key="dataset", name="Dataset", names="Datasets", hosted=True, bibtex="", schema="Dataset",
        icon="M3 4v8c0 1.4 2.2 2.5 5 2.5s5-1.1 5-2.5V4M3 8c0 1.4 2.2 2.5 5 2.5s5-1.1 5-2.5"
        "M8 1.5c-2.8 0-5 1.1-5 2.5s2.2 2.5 5 2.5 5-1.1 5-2.5-2.2-2.5-5-2.5z",
        sites="""archive.ics.uci.edu data.world datahub.io zenodo.org data.gov openml.org commoncrawl.org image-net.org
        cocodataset.org kaggle.com/{datasets,c,competitions} {huggingface.co,hf.co}/datasets""",
        files="csv tsv parquet npz h5 arff",
    ),
    LinkKind(
        key="model", name="Model", names="Models", bibtex="", schema="SoftwareApplication",
        icon="M8 1.5l5.5 3.25v6.5L8 14.5l-5.5-3.25v-6.5zM2.5 4.75L8 8l5.5-3.25M8 8v6.5",
        sites="tfhub.dev civitai.com modelscope.cn ollama.com kaggle.com/models {huggingface.co,hf.co}/*/*",
    ),
    LinkKind(
        key="video", name="Video", names="Videos", hosted=True, bibtex="", schema="VideoObject", thing=True,
        icon="M1.5 3.5h13v9h-13zM6.5 6v4l3.5-2z",
        sites="youtube.com youtu.be vimeo.com bilibili.com twitch.tv loom.com dailymotion.com ted.com",
        # Not `files`, which hold for GitHub's pages of files too: those show no video.
        signs=(Sign(LIKELY, r"(?i)\.(?:mp4|webm|mov|mkv|avi)$"),),
    ),
    LinkKind(
        key="article", name="Article", names="Articles", hosted=True, bibtex="", schema="Article",
        icon="M2.5 2.5h11v11h-11zM5 5.5h6M5 8h6M5 10.5h3.5",
        sites="""medium.com towardsdatascience.com dev.to substack.com hashnode.dev hackernoon.com blogspot.com
        wordpress.com github.io kdnuggets.com machinelearningmastery.com analyticsvidhya.com geeksforgeeks.org
        css-tricks.com smashingmagazine.com digitalocean.com realpython.com stackoverflow.com stackexchange.com
        blog.google ai.googleblog.com openai.com ruder.io jalammar.github.io colah.github.io lilianweng.github.io
        wikipedia.org zhihu.com jianshu.com csdn.net cnblogs.com qiita.com zenn.dev habr.com velog.io tistory.com
        betterprogramming.pub neptune.ai wandb.ai {huggingface.co,hf.co}/blog nature.com/
        kaggle.com/ kaggle.com/{discussions,general,docs,blog}/*""",
        mixed=True,
        signs=(
            Sign(4, r"^(?:[^/]*\.)?(?:blogs?|engineering|techblog)\d*\.|^[^/]*\.blog(?:/|$)"),
            Sign(WEAK, r"(?i)/(?:blog|blogs|posts?|articles?|news|p|questions|\d{4}/\d{1,2})(?:/|$)"),
        ),
    ),
    LinkKind(
        key="course", name="Course", names="Courses", bibtex="", schema="Course", thing=True,
        icon="M8 3l7 3.5L8 10 1 6.5zM4 8v3.5c2.5 2 5.5 2 8 0V8",
        sites="""coursera.org udemy.com edx.org udacity.com fast.ai course.fast.ai freecodecamp.org codecademy.com
        khanacademy.org datacamp.com ocw.mit.edu deeplearning.ai learn.deeplearning.ai pluralsight.com
        frontendmasters.com exercism.org exercism.io codewars.com leetcode.com hackerrank.com theodinproject.com
        educative.io brilliant.org app.pluralsight.com egghead.io wesbos.com javascript30.com cs50.harvard.edu
        scrimba.com adventofcode.com projecteuler.net skillshare.com futurelearn.com teamtreehouse.com
        linkedin-learning.com laracasts.com kaggle.com/learn {huggingface.co,hf.co}/{course,learn}""",
        signs=(
            Sign(2, r"(?i)/(?:courses?|class|classes|lectures?|mooc)(?:/|$)|^cs\d+\w*\.|\bcs\d{3}[a-z]?\b"),
        ),
    ),
    LinkKind(
        key="book", name="Book", names="Books", bibtex="book", schema="Book", thing=True,
        icon="M4.5 1.5h8.5v13H4.5A1.5 1.5 0 0 1 3 13V3a1.5 1.5 0 0 1 1.5-1.5zM3 12.5h10M6 4.5h4",
        sites="""goodreads.com openlibrary.org thestorygraph.com books.google.com leanpub.com nostarch.com
        deeplearningbook.org d2l.ai pragprog.com/titles manning.com/books packtpub.com/{product,en-us/product}
        oreilly.com/library/view learning.oreilly.com/library/view gutenberg.org/{ebooks,files} douban.com/subject
        book.douban.com springer.com/book link.springer.com/book
        {amazon.com,amazon.de,amazon.co.uk,amazon.in,amazon.fr,amazon.es,amazon.it,amazon.ca}/**/{dp,gp/product}""",
    ),
    LinkKind(
        key="documentation", name="Documentation", names="Documentation", bibtex="", schema="TechArticle",
        icon="M8 3.5C6.5 2.5 4 2 1.5 2v11c2.5 0 5 .5 6.5 1.5 1.5-1 4-1.5 6.5-1.5V2C12 2 9.5 2.5 8"
        " 3.5zv11",
        sites="""developer.mozilla.org readthedocs.io readthedocs.org pytorch.org tensorflow.org keras.io
        scikit-learn.org numpy.org scipy.org pandas.pydata.org matplotlib.org devdocs.io w3schools.com docs.rs
        pkg.go.dev man7.org en.cppreference.com cppreference.com rust-lang.org nodejs.org reactjs.org react.dev
        vuejs.org angular.io python.org pypi.org npmjs.com crates.io github.com/*/*/wiki
        {huggingface.co,hf.co}/{docs,transformers}""",
        mixed=True,
        signs=(
            Sign(
                3,
                r"^(?:docs?|documentation|api|reference|manual|man|wiki|developers?|learn)\."
                r"|^[^/]*\.(?:readthedocs|rtfd)\.io(?:/|$)",
            ),
            Sign(
                5,
                r"(?i)^[^/]*/(?:[\w.-]+/)?(?:docs?|documentation|reference|manual|api|guide|tutorials?)(?:/|$|\.)",
            ),
        ),
    ),
    LinkKind(
        key="social", name="Social", names="Social", hosted=True, bibtex="", schema="",
        icon="M2 2.5h12V11H7l-3 3v-3H2z",
        sites="""twitter.com x.com mobile.twitter.com linkedin.com facebook.com instagram.com reddit.com
        news.ycombinator.com mastodon.social bsky.app discord.com discord.gg t.me threads.net weibo.com slack.com
        pinterest.com quora.com meetup.com github.com/* kaggle.com/* {huggingface.co,hf.co}/*""",
    ),
    LinkKind(
        key="file", name="File", names="Files", bibtex="", schema="",
        icon="M4 1.5h5l3 3v10H4zM9 1.5v3h3",
        sites="github.com/*/*/{blob,raw,releases}/* raw.githubusercontent.com/",
        files="""zip gz tgz xz bz2 7z rar xls xlsx doc docx ppt pptx txt json epub mp3 wav png jpg jpeg gif svg webp
        bmp""",
    ),
    LinkKind(
        key="other", name="Link", names="Other", bibtex="", schema="",
        icon="M6 3H3v10h10v-3M9 2.5h4.5V7M13.5 2.5L7 9",
        sites="{huggingface.co,hf.co}/spaces",
    ),
)  # fmt: skip

PAPER, NOTEBOOK, FILE, OTHER = "paper", "notebook", "file", "other"
"""Kinds of which some part of the site is made: the home page's papers, the notebooks' pages; and what is neither."""
THINGS: Final = frozenset(kind.key for kind in LINK_KINDS if kind.thing)
KIND_OF: Final = {kind.key: kind for kind in LINK_KINDS}
