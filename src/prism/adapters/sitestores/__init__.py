"""Where the site stands: a folder, and what mirrors that folder to the place where readers are.

FolderSiteStore     a folder that changes at one instant
MirroredSiteStore   such a folder, and a Target that is made like it
S3Target            storage that speaks Amazon's S3 protocol
RsyncTarget         whatever rsync reaches
"""

from __future__ import annotations

from prism.adapters.sitestores.folder import FolderSiteStore

__all__ = ["FolderSiteStore"]
