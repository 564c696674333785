"""Generic kinds of charts. Each takes rows and returns a ChartImage drawn at printed size.

A draw function is called as `draw(data, name)`; the other arguments of a kind are bound in the
memo with functools.partial. Every kind writes its own alternative text: what is shown, the finding,
and the range of the values.
"""
