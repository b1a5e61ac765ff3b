package exsim.scenarios.json;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes in one place of a tree; each returns a tree of its own, or nothing where it cannot. */
final class Edits {
  private Edits() {}

  /** What to do with the value that holds the place; the last token names the place in it. */
  private interface Change {
    Optional<Located> in(Located holder, String token);
  }

  static Optional<Located> add(Located root, Pointer at, Located value) {
    return at(root, at.tokens(), Optional.of(value), (holder, token) -> put(holder, token, value));
  }

  static Optional<Located> replace(Located root, Pointer at, Located value) {
    return at.in(root).isEmpty()
        ? Optional.empty()
        : at(root, at.tokens(), Optional.of(value), (holder, token) -> set(holder, token, value));
  }

  static Optional<Located> remove(Located root, Pointer at) {
    return at.in(root).isEmpty()
        ? Optional.empty()
        : at(root, at.tokens(), Optional.empty(), Edits::drop);
  }

  private static Optional<Located> at(
      Located value, List<String> tokens, Optional<Located> root, Change change) {
    if (tokens.isEmpty()) {
      return root;
    }
    String token = tokens.get(0);
    if (tokens.size() == 1) {
      return change.in(value, token);
    }
    return Pointer.child(value, token)
        .flatMap(child -> at(child, tokens.subList(1, tokens.size()), root, change))
        .flatMap(child -> set(value, token, child));
  }

  /** Sets a member, or inserts an item before the one of that index; {@code -} appends. */
  private static Optional<Located> put(Located holder, String token, Located value) {
    if (holder instanceof Located.Arr array) {
      Optional<Integer> index =
          token.equals("-") ? Optional.of(array.items().size()) : Pointer.index(token);
      return index
          .filter(i -> i <= array.items().size())
          .map(
              i -> {
                List<Located> items = new ArrayList<>(array.items());
                items.add(i, value);
                return new Located.Arr(array.spot(), ImmutableList.copyOf(items));
              });
    }
    return set(holder, token, value);
  }

  private static Optional<Located> set(Located holder, String token, Located value) {
    if (holder instanceof Located.Obj object) {
      return Optional.of(object.with(token, value));
    }
    if (holder instanceof Located.Arr array) {
      return Pointer.index(token)
          .filter(i -> i < array.items().size())
          .map(
              i -> {
                List<Located> items = new ArrayList<>(array.items());
                items.set(i, value);
                return new Located.Arr(array.spot(), ImmutableList.copyOf(items));
              });
    }
    return Optional.empty();
  }

  private static Optional<Located> drop(Located holder, String token) {
    if (holder instanceof Located.Obj object) {
      return Optional.of(object.without(token));
    }
    if (holder instanceof Located.Arr array) {
      return Pointer.index(token)
          .map(
              i -> {
                List<Located> items = new ArrayList<>(array.items());
                items.remove((int) i);
                return new Located.Arr(array.spot(), ImmutableList.copyOf(items));
              });
    }
    return Optional.empty();
  }
}
