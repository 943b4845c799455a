"""The commands, one module each: options in, one question asked, its answer shown.

Heavy imports wait inside the functions, so that ``cancu --help`` stays quick.
"""
