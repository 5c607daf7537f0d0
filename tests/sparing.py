"""Has no garbage looked for while a process imports what others are forked from. Tests nothing.

Next to nothing of it is garbage, and to look took a third of that process's time. Whoever imports this first
begins the search again at the end.
"""

import gc

gc.disable()
