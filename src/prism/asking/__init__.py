"""How a model is asked, whoever asks: fences, labels, questions with bounded tries, answers read leniently. Pure.

`briefs` asks for facts and drafts, `checks` for judgements; neither knows the other, so what both need lives here.
"""
