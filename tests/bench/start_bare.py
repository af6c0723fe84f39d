"""A process that shows a bare QWizard and ends: the measure for our start."""

import sys

from PySide6.QtWidgets import QApplication, QWizard, QWizardPage

from tests.bench.painted import run_until_painted

application = QApplication(sys.argv)
wizard = QWizard()
wizard.addPage(QWizardPage())
sys.exit(run_until_painted(application, wizard))
