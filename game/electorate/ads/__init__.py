"""Advertising: one small module per mechanism, put together by ``game.electorate.delivery`` and ``influence``.

``auction`` prices, ``luck`` draws, ``rows`` ranks, ``sharing`` passes on, ``wording`` says how well a text works, ``reached``
looks up the people. ``segments`` (M7), ``sponsor`` (M8), ``emotion`` (M9), ``falsehood`` (M10), ``headline`` (M11), ``crowd`` (M12),
``stayhome`` (M13), ``trials`` (M22), ``moments`` (M5, M6) say what one choice of a campaign does.
"""
