package io.poseidon.workbench.ui.grid;

import javafx.collections.ObservableListBase;

/// The numbers from 0 as a list that holds none of them: what a table view asks for, at no cost for ten million rows.
final class RowNumbers extends ObservableListBase<Integer> {

    private final int size;

    RowNumbers(long size) {
        this.size = Math.toIntExact(size);
    }

    @Override
    public Integer get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /// A table view asks this after every click.
    @Override
    public int indexOf(Object row) {
        return row instanceof Integer index && index >= 0 && index < size ? index : -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
