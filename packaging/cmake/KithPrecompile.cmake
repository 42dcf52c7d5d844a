# Headers of the standard library, of Qt and of others that nearly every file includes, read once and not by each: about a
# third of the time of a file. None of ours are among them, and a module gets only what it may use, so that this hides no
# dependency; a file still includes what it names (Tree.FilesIncludeWhatTheyName). ccache shares the objects between
# presets, because the same selection made with the same flags is the same precompiled header.

option(KITH_PRECOMPILE "Read the headers that nearly every file includes once" ON)

set(kith_std_headers <algorithm> <array> <charconv> <chrono> <cmath> <cstdint> <functional> <map> <memory>
  <numeric> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <unordered_set> <utility> <variant>
  <vector>)
set(kith_core_qt_headers <QCoreApplication> <QList> <QLocale> <QObject> <QPointer> <QString> <QStringList>)
set(kith_widget_headers <QApplication> <QBoxLayout> <QComboBox> <QKeyEvent> <QLabel> <QLineEdit> <QListView> <QPainter>
  <QPlainTextEdit> <QPushButton> <QScrollArea> <QStyle> <QStyledItemDelegate> <QWidget>)

# ccache asks for the first; programs, which would be made with -fPIE, must have the second because the libraries do.
set(kith_precompile_options $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> -fPIC)

# One library for each selection. Whoever uses it must have the definitions that it was made with, and may have more:
# so those that Qt makes (QT_WIDGETS_LIB, …), which its headers do not look at, are not made here.
function(kith_precompiled NAME)
  if(NOT KITH_PRECOMPILE)
    return()
  endif()
  add_library(kith_precompiled_${NAME} OBJECT EXCLUDE_FROM_ALL "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/precompiled/empty.cpp")
  set_target_properties(kith_precompiled_${NAME} PROPERTIES AUTOMOC OFF)
  target_link_libraries(kith_precompiled_${NAME} PRIVATE kith_options)
  if("<QString>" IN_LIST ARGN)
    target_include_directories(kith_precompiled_${NAME} SYSTEM PRIVATE ${Qt6Core_INCLUDE_DIRS} ${Qt6Gui_INCLUDE_DIRS}
      ${Qt6Widgets_INCLUDE_DIRS})
    # The one that its headers do look at.
    target_compile_definitions(kith_precompiled_${NAME} PRIVATE $<$<NOT:$<CONFIG:Debug>>:QT_NO_DEBUG>)
  endif()
  target_precompile_headers(kith_precompiled_${NAME} PRIVATE ${ARGN})
  target_compile_options(kith_precompiled_${NAME} PRIVATE ${kith_precompile_options})
  if("<fmt/format.h>" IN_LIST ARGN)
    target_link_libraries(kith_precompiled_${NAME} PRIVATE fmt::fmt)
  endif()
  if("<gtest/gtest.h>" IN_LIST ARGN)
    target_link_libraries(kith_precompiled_${NAME} PRIVATE GTest::gmock)
  endif()
endfunction()

kith_precompiled(std ${kith_std_headers} <fmt/format.h>)
kith_precompiled(command ${kith_std_headers} <fmt/format.h> <nlohmann/json.hpp>)
if(KITH_DESKTOP)
  kith_precompiled(qt ${kith_std_headers} <fmt/format.h> ${kith_core_qt_headers})
  kith_precompiled(widgets ${kith_std_headers} ${kith_core_qt_headers} ${kith_widget_headers})
endif()

# kith_precompile(TARGET NAME): a target whose files include what the selection holds.
function(kith_precompile TARGET NAME)
  if(TARGET kith_precompiled_${NAME})
    target_precompile_headers(${TARGET} REUSE_FROM kith_precompiled_${NAME})
    target_compile_options(${TARGET} PRIVATE ${kith_precompile_options})
  endif()
endfunction()
