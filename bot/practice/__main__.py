"""`python -m bot.practice course`: reads a course's challenges and holds them to their own recorded outputs."""

import sys
from pathlib import Path

from bot.lessons.mistakes import CourseMistakes
from bot.practice.course_challenges import read_challenges
from bot.practice.verdicts import faults_of


def main(arguments: list[str]) -> int:
    """Print everything that is wrong; 1 when something is."""
    root = Path(arguments[0]) if arguments else Path("course")
    try:
        found = read_challenges(root)
    except CourseMistakes as mistakes:
        print(mistakes)
        return 1
    faults = [
        f"{language.value}/challenges/{one.id}.yaml: {fault}"
        for one in found
        for language, challenge in one.challenges.items()
        for fault in faults_of(challenge)
    ]
    for fault in faults:
        print(fault)
    kinds = sorted(one.shared["kind"] for one in found)
    print(
        f"{len(found)} challenges ({', '.join(f'{kinds.count(kind)} {kind}' for kind in sorted(set(kinds)))})"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
