/// Words of the trade as records: quantities, money, schemas, documents, and the one [Problem] that crosses package
/// lines. Free of I/O except reading documents; may use nothing.
@NullMarked
package io.poseidon.workbench.model;

import org.jspecify.annotations.NullMarked;
