"""What a prompt consists of and what is wrong with its build, without a model.

It says nothing about what a model will make of the prompt. Pure, both languages, some milliseconds at most.
"""

from bot.practice.structure.checking import check_structure
from bot.practice.structure.values import Family, Fault, Finding, Part, Structure

__all__ = ["Family", "Fault", "Finding", "Part", "Structure", "check_structure"]
