"""The sample wire: invented outlets telling invented stories, served over HTTP on loopback for `prism demo`."""
