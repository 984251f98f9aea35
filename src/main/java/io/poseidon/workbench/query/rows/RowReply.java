package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.policy.Decision;
import io.poseidon.workbench.query.Receipt;
import io.poseidon.workbench.query.result.ToldTable;
import java.util.List;
import java.util.Optional;

/// What a shard answers. Nothing in it depends on a person except through noisy numbers.
public sealed interface RowReply {

    Decision decision();

    Charge charge();

    /// The small table of what was computed from released numbers, and how many groups it leaves out: a group that is
    /// missing is empty or too small.
    record Answered(Decision decision, Charge charge, ToldTable table, Receipt.Groups groups, List<Noise> noise)
            implements RowReply {
        public Answered {
            noise = List.copyOf(noise);
        }

        public List<TableColumn> columns() {
            return table.columns();
        }

        public List<List<Optional<Object>>> rows() {
            return table.rows();
        }
    }

    record Refused(Decision.Refuse decision, Charge charge) implements RowReply {}

    /// Privacy loss ρ: of this answer, of the asker so far, and what the asker may spend in all; and what the asker
    /// knows by now.
    record Charge(Rational rho, Rational spent, Rational allowance, Known known) {}

    /// How many independent numbers an organisation has about this state of the data, of as many as there are declared
    /// cells. Where it is nearly full one outside fact would open everything, and most new questions are refused.
    record Known(int numbers, int cells) {}

    /// Standard deviation of the noise in one number of every group, in the number's unit.
    record Noise(String number, double sigma) {}
}
