package io.poseidon.workbench.pricing.contributor;

/// Belief, disbelief and uncertainty, which sum to one (Jøsang's subjective logic).
public record Opinion(double belief, double disbelief, double uncertainty) {

    /// Belief with the uncertainty divided by the base rate.
    public double projected(double baseRate) {
        return belief + baseRate * uncertainty;
    }

    /// Both sources' evidence added up. Two certain opinions are averaged.
    public Opinion fuse(Opinion other) {
        double total = uncertainty + other.uncertainty - uncertainty * other.uncertainty;
        if (total == 0) {
            return new Opinion((belief + other.belief) / 2, (disbelief + other.disbelief) / 2, 0);
        }
        return new Opinion(
                (belief * other.uncertainty + other.belief * uncertainty) / total,
                (disbelief * other.uncertainty + other.disbelief * uncertainty) / total,
                uncertainty * other.uncertainty / total);
    }

    /// What another's opinion is worth through this opinion of them; distrust becomes uncertainty.
    public Opinion discount(Opinion referred) {
        return new Opinion(
                belief * referred.belief,
                belief * referred.disbelief,
                disbelief + uncertainty + belief * referred.uncertainty);
    }
}
