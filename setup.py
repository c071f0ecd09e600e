"""Puts templates and config into the wheel as ``mailbot/_defaults``; an editable install reads the checkout instead."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).parent
CARRIED = ("config", "templates")


class BuildWithDefaults(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for folder in CARRIED:
                target = Path(self.build_lib, "mailbot", "_defaults", folder)
                shutil.rmtree(target, ignore_errors=True)  # a build folder may be left from before
                shutil.copytree(HERE / folder, target)


setup(cmdclass={"build_py": BuildWithDefaults})
