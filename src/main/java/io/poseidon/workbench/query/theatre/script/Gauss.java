package io.poseidon.workbench.query.theatre.script;

/// Solves small systems of linear equations.
public final class Gauss {

    private Gauss() {}

    /// By elimination with the largest pivot; the right-hand side is the last column. Changes the matrix.
    static double[] solve(double[][] matrix) {
        int size = matrix.length;
        for (int column = 0; column < size; column++) {
            swapLargestUp(matrix, column);
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : matrix[row][column] / matrix[column][column];
                for (int i = column; factor != 0 && i <= size; i++) {
                    matrix[row][i] -= factor * matrix[column][i];
                }
            }
        }
        var solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = matrix[i][size] / matrix[i][i];
        }
        return solution;
    }

    private static void swapLargestUp(double[][] matrix, int column) {
        int largest = column;
        for (int row = column + 1; row < matrix.length; row++) {
            if (Math.abs(matrix[row][column]) > Math.abs(matrix[largest][column])) {
                largest = row;
            }
        }
        var row = matrix[largest];
        matrix[largest] = matrix[column];
        matrix[column] = row;
    }
}
