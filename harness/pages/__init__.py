"""Page objects: a class for each screen of the portal, found by what a person sees."""
