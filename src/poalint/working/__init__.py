"""Who judges drafts: this process or several, after what is known from before."""
