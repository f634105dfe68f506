#ifndef QB_ROW_WRITER_H
#define QB_ROW_WRITER_H

#include "series.h"
#include "writer.h"

#endif
