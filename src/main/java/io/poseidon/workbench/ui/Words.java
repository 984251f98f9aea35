package io.poseidon.workbench.ui;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the screens say, in the language chosen. Texts stand in `words.properties` and `words_ko.properties` beside the
/// class given to [#in]; every key is in both. A text is a binding: it changes by itself with the language and with
/// each argument that is an [ObservableValue].
///
/// ```java
/// var words = surroundings.words().in(VaultView.class);
/// label.textProperty().bind(words.text("days-left", model.daysLeft()));
/// ```
public final class Words {

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Language> language;
    private final Class<?> home;

    private Words(ObjectProperty<Language> language, Class<?> home) {
        this.language = language;
        this.home = home;
    }

    public Words(Language language) {
        this(new SimpleObjectProperty<>(language), Words.class);
    }

    /// The same language, the texts beside `home`.
    public Words in(Class<?> home) {
        return new Words(language, home);
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public Language language() {
        return language.get();
    }

    /// The text with its gaps `{0}`, `{1}`, … filled.
    public StringBinding text(String key, Object... arguments) {
        return Bindings.createStringBinding(() -> now(key, arguments), observables(arguments));
    }

    /// As [#text], where the key itself changes.
    public StringBinding text(ObservableValue<String> key) {
        return Bindings.createStringBinding(() -> now(key.getValue()), language, key);
    }

    /// The text at this moment, for what is made anew each time (a file, a message).
    public String now(String key, Object... arguments) {
        return Texts.fill(bundle().getString(key), values(arguments));
    }

    /// `key.one` or `key.other` by the number, which fills `{0}` in the language's way.
    public String count(String key, long number) {
        return now(
                key + (number == 1 ? ".one" : ".other"), Formats.in(language()).whole(number));
    }

    /// What happened, in the language chosen.
    public StringBinding message(Problem problem) {
        return Bindings.createStringBinding(() -> problem.message(language().locale()), language);
    }

    /// What to do next, in the language chosen.
    public StringBinding next(Problem problem) {
        return Bindings.createStringBinding(() -> problem.next(language().locale()), language);
    }

    /// Numbers and dates as the language writes them.
    public ObjectBinding<Formats> formats() {
        return Bindings.createObjectBinding(() -> Formats.in(language()), language);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                home.getPackageName() + ".words", language().locale(), home.getClassLoader(), ROOT_IS_ENGLISH);
    }

    private Observable[] observables(Object... arguments) {
        var all = Arrays.stream(arguments)
                .filter(ObservableValue.class::isInstance)
                .map(Observable.class::cast)
                .toList();
        var observed = all.toArray(new Observable[all.size() + 1]);
        observed[all.size()] = language;
        return observed;
    }

    private static List<String> values(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> value ? value.getValue() : argument)
                .map(String::valueOf)
                .toList();
    }
}
