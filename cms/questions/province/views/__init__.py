from .cases import CasesView
from .figures import FiguresView
from .heat import HeatView

__all__ = ["CasesView", "FiguresView", "HeatView"]
