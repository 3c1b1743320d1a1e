"""Makes a checkout ready to run and to test.

Standard library only: it runs before anything is installed.
"""
