# kith_module(NAME [SOURCES …] [HEADERS …] [DEPENDS module …] [PUBLIC lib …] [PRIVATE lib …] [PRECOMPILED selection])
#
# One static library per folder. Its headers are reached as <kith/NAME/header.h>, through an include
# root of its own that holds nothing else: a target that does not link a module cannot include it, so
# the build itself refuses a wrong dependency. PRECOMPILED is a selection of KithPrecompile.cmake; std unless told.
#
# Each of HEADERS must compile alone. Where a .cpp of the same name is among SOURCES, that shows it, because it includes
# its header first and names nothing that it does not include (Tree.FilesIncludeTheirOwnHeaderFirst,
# Tree.FilesIncludeWhatTheyName); the others form a verified header set.
function(kith_module NAME)
  cmake_parse_arguments(ARG "" "PRECOMPILED" "SOURCES;HEADERS;DEPENDS;PUBLIC;PRIVATE" ${ARGN})
  set(target kith_${NAME})
  set(root "${PROJECT_BINARY_DIR}/include/${NAME}")
  file(MAKE_DIRECTORY "${root}/kith")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/kith/${NAME}" SYMBOLIC)

  if(ARG_SOURCES)
    set(visibility PUBLIC)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE kith_options)
    if(NOT ARG_PRECOMPILED)
      set(ARG_PRECOMPILED std)
    endif()
    kith_precompile(${target} ${ARG_PRECOMPILED})
  else()
    set(visibility INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  add_library(Kith::${NAME} ALIAS ${target})

  set(shown "")
  foreach(header IN LISTS ARG_HEADERS)
    string(REGEX REPLACE "\\.h$" ".cpp" own "${header}")
    if(own IN_LIST ARG_SOURCES)
      list(APPEND shown "${header}")
    endif()
  endforeach()
  list(REMOVE_ITEM ARG_HEADERS ${shown})
  list(TRANSFORM shown PREPEND "${root}/kith/${NAME}/")
  list(TRANSFORM ARG_HEADERS PREPEND "${root}/kith/${NAME}/" OUTPUT_VARIABLE headers)
  # moc finds the headers beside their .cpp; through the include root it would find them a second time.
  set_source_files_properties(${headers} ${shown} PROPERTIES SKIP_AUTOMOC ON)
  target_sources(${target} ${visibility}
    FILE_SET HEADERS BASE_DIRS "${root}" FILES ${headers}
    FILE_SET shown TYPE HEADERS BASE_DIRS "${root}" FILES ${shown})
  set_target_properties(${target} PROPERTIES INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)
  list(TRANSFORM ARG_DEPENDS PREPEND "Kith::")
  target_link_libraries(${target} ${visibility} ${ARG_DEPENDS} ${ARG_PUBLIC})
  if(ARG_PRIVATE)
    target_link_libraries(${target} PRIVATE ${ARG_PRIVATE})
  endif()
endfunction()

# kith_alone(FILES …): sources that stay by themselves where others are compiled several at a time (the preset `check`):
# names that they bring in for themselves mean something else to their neighbours.
function(kith_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
