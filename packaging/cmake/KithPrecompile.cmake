# Headers of Qt and the standard library that nearly every file of the desktop includes, read once and not by each: about
# a third of the time of such a file. None of ours are among them, and a module gets only what it may use, so that this
# hides no dependency. The core does without: its objects are shared between presets by ccache, which takes no object
# from another precompiled header, and its files show that each header compiles by itself (KithModule.cmake).

option(KITH_PRECOMPILE "Read the headers of Qt once" ON)

set(kith_std_headers <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <functional> <map> <memory>
  <numeric> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <unordered_set> <utility> <variant>
  <vector>)
set(kith_core_qt_headers <QCoreApplication> <QList> <QLocale> <QObject> <QPointer> <QString> <QStringList>)
set(kith_widget_headers <QApplication> <QBoxLayout> <QComboBox> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QPainter>
  <QPlainTextEdit> <QPushButton> <QScrollArea> <QStyle> <QStyledItemDelegate> <QWidget>)

# One library for each selection. Whoever uses it must have the definitions that it was made with, and may have more:
# so those that Qt makes (QT_WIDGETS_LIB, …), which its headers do not look at, are not made here.
function(kith_precompiled NAME)
  if(NOT KITH_PRECOMPILE)
    return()
  endif()
  add_library(kith_precompiled_${NAME} OBJECT EXCLUDE_FROM_ALL "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/precompiled/empty.cpp")
  set_target_properties(kith_precompiled_${NAME} PROPERTIES AUTOMOC OFF)
  target_link_libraries(kith_precompiled_${NAME} PRIVATE kith_options)
  target_include_directories(kith_precompiled_${NAME} SYSTEM PRIVATE ${Qt6Core_INCLUDE_DIRS} ${Qt6Gui_INCLUDE_DIRS}
    ${Qt6Widgets_INCLUDE_DIRS})
  target_precompile_headers(kith_precompiled_${NAME} PRIVATE ${ARGN})
  # ccache asks for it.
  target_compile_options(kith_precompiled_${NAME} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  if("<fmt/format.h>" IN_LIST ARGN)
    target_link_libraries(kith_precompiled_${NAME} PRIVATE fmt::fmt)
  endif()
  if("<gtest/gtest.h>" IN_LIST ARGN)
    target_link_libraries(kith_precompiled_${NAME} PRIVATE GTest::gmock)
  endif()
endfunction()

if(KITH_DESKTOP)
  kith_precompiled(qt ${kith_std_headers} <fmt/format.h> ${kith_core_qt_headers})
  kith_precompiled(widgets ${kith_std_headers} ${kith_core_qt_headers} ${kith_widget_headers})
endif()

# kith_precompile(TARGET NAME): a target whose files include what the selection holds.
function(kith_precompile TARGET NAME)
  if(TARGET kith_precompiled_${NAME})
    target_precompile_headers(${TARGET} REUSE_FROM kith_precompiled_${NAME})
    target_compile_options(${TARGET} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()
