"""Where the site stands: a folder, and what mirrors that folder to the place where readers are.

FolderSiteStore     a folder that changes at one instant
MirroredSiteStore   such a folder, and a Target that is made like it
S3Target            storage that speaks Amazon's S3 protocol
RsyncTarget         whatever rsync reaches
"""

from __future__ import annotations

from prism.adapters.sitestores.folder import FolderSiteStore
from prism.adapters.sitestores.mirror import MirroredSiteStore, Target
from prism.adapters.sitestores.rsync import RsyncTarget
from prism.adapters.sitestores.s3 import Keys, S3Target

__all__ = ["FolderSiteStore", "Keys", "MirroredSiteStore", "RsyncTarget", "S3Target", "Target"]
