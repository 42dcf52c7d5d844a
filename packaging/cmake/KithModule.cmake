# kith_module(NAME [SOURCES …] [HEADERS …] [DEPENDS module …] [PUBLIC lib …] [PRIVATE lib …])
#
# One static library per folder. Its headers are reached as <kith/NAME/header.h>, through an include
# root of its own that holds nothing else: a target that does not link a module cannot include it, so
# the build itself refuses a wrong dependency. HEADERS form a verified header set (each must compile alone).
function(kith_module NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;DEPENDS;PUBLIC;PRIVATE" ${ARGN})
  set(target kith_${NAME})
  set(root "${PROJECT_BINARY_DIR}/include/${NAME}")
  file(MAKE_DIRECTORY "${root}/kith")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/kith/${NAME}" SYMBOLIC)

  if(ARG_SOURCES)
    set(visibility PUBLIC)
    add_library(${target} STATIC ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE kith_options)
  else()
    set(visibility INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  add_library(Kith::${NAME} ALIAS ${target})

  list(TRANSFORM ARG_HEADERS PREPEND "${root}/kith/${NAME}/" OUTPUT_VARIABLE headers)
  # moc finds the headers beside their .cpp; through the include root it would find them a second time.
  set_source_files_properties(${headers} PROPERTIES SKIP_AUTOMOC ON)
  target_sources(${target} ${visibility} FILE_SET HEADERS BASE_DIRS "${root}" FILES ${headers})
  list(TRANSFORM ARG_DEPENDS PREPEND "Kith::")
  target_link_libraries(${target} ${visibility} ${ARG_DEPENDS} ${ARG_PUBLIC})
  if(ARG_PRIVATE)
    target_link_libraries(${target} PRIVATE ${ARG_PRIVATE})
  endif()
endfunction()
