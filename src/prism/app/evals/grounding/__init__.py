"""What the checks of claims are measured on and fitted with: our labelled claims, altered translations, public pairs."""
