"""Sources → what humas wrote: releases, standing pages, institutions and topics.

Every loader takes bytes and never raises on them. It returns whatever can be used, so that one faulty file does not
make the links to it look broken too, and all that is wrong with it. HTML travels beside the value, not in it.
"""

from lintas.siaran.agenda import load_agenda
from lintas.siaran.amendments import comparable, is_remark, told
from lintas.siaran.pages import load_institution, load_page, load_topics
from lintas.siaran.releases import load_release

__all__ = [
    "comparable",
    "is_remark",
    "load_agenda",
    "load_institution",
    "load_page",
    "load_release",
    "load_topics",
    "told",
]
