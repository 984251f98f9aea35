package io.poseidon.workbench.query.theatre;

import io.poseidon.workbench.model.Texts;
import io.poseidon.workbench.query.theatre.script.Attack;
import io.poseidon.workbench.query.theatre.stage.Weakness;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// One published attack as a person meets it: its name, what the attacker knows and wants, what stops it. Immutable.
public final class Scene {

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Attack attack;

    Scene(Attack attack) {
        this.attack = attack;
    }

    Attack attack() {
        return attack;
    }

    public String id() {
        return attack.id();
    }

    /// Its numbers in the catalogue of attacks.
    public String source() {
        return attack.source();
    }

    public String title(Locale locale) {
        return word(locale, "scene." + id() + ".title");
    }

    /// What the attacker knows beforehand, and wants.
    public String knows(Locale locale) {
        return word(locale, "scene." + id() + ".knows");
    }

    /// Which defence stops it, and where.
    public String stopped(Locale locale) {
        return word(locale, "scene." + id() + ".stopped");
    }

    /// The shards without a defence it is played against.
    public List<Weakness> against() {
        return attack.against();
    }

    public static String name(Weakness weakness, Locale locale) {
        return word(locale, "shard." + weakness);
    }

    /// The shard that answers in earnest.
    public static String protectedName(Locale locale) {
        return word(locale, "shard.PROTECTED");
    }

    /// Headings and sentences around the scenes.
    public static String word(Locale locale, String key, Object... arguments) {
        var bundle = ResourceBundle.getBundle(
                Scene.class.getPackageName() + ".words", locale, Scene.class.getClassLoader(), ROOT_IS_ENGLISH);
        return Texts.fill(
                bundle.getString(key),
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return id();
    }
}
