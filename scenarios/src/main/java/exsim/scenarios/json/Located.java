package exsim.scenarios.json;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;

/** A JSON value that knows its place. */
public sealed interface Located {
  /** Where it stands. */
  Spot spot();

  /** What it is, in words: {@code a string}, {@code an object}. */
  String kind();

  /** The same value at another place; what an object or array holds stays where it is. */
  Located movedTo(Spot other);

  /** Whether the other is the same JSON value, wherever it stands. */
  boolean sameAs(Located other);

  /**
   * An object.
   *
   * @param members the members, in order; no two names are the same
   */
  record Obj(Spot spot, ImmutableList<Member> members) implements Located {
    @Override
    public String kind() {
      return "an object";
    }

    @Override
    public Obj movedTo(Spot other) {
      return new Obj(other, members);
    }

    @Override
    public boolean sameAs(Located other) {
      if (this == other) {
        return true;
      }
      if (!(other instanceof Obj object) || object.members.size() != members.size()) {
        return false;
      }
      for (int i = 0; i < members.size(); i++) {
        Member member = members.get(i);
        Member opposite = object.members.get(i); // most often the twin, even of many
        Optional<Member> twin =
            opposite.name.equals(member.name) ? Optional.of(opposite) : object.member(member.name);
        if (twin.isEmpty() || !member.value.sameAs(twin.get().value)) {
          return false;
        }
      }
      return true;
    }

    /** The member of a name. */
    public Optional<Member> member(String name) {
      for (Member member : members) {
        if (member.name.equals(name)) {
          return Optional.of(member);
        }
      }
      return Optional.empty();
    }

    /** The member of a name without regard to case, as PowerShell matches properties. */
    public Optional<Member> memberIgnoringCase(String name) {
      for (Member member : members) {
        if (Ascii.equalsIgnoreCase(member.name, name)) {
          return Optional.of(member);
        }
      }
      return Optional.empty();
    }

    /** This object with a member set: in the place of the one it had, otherwise last. */
    public Obj with(String name, Located value) {
      ImmutableList.Builder<Member> changed = ImmutableList.builder();
      boolean found = false;
      for (Member member : members) {
        boolean same = member.name.equals(name);
        changed.add(same ? new Member(name, member.nameSpot, value) : member);
        found |= same;
      }
      if (!found) {
        changed.add(new Member(name, value.spot(), value));
      }
      return new Obj(spot, changed.build());
    }

    /** This object without a member. */
    public Obj without(String name) {
      return new Obj(
          spot,
          members.stream()
              .filter(m -> !m.name.equals(name))
              .collect(ImmutableList.toImmutableList()));
    }
  }

  /**
   * A member of an object.
   *
   * @param name its name
   * @param nameSpot where the name stands
   * @param value its value
   */
  record Member(String name, Spot nameSpot, Located value) {}

  /**
   * An array.
   *
   * @param items the items, in order
   */
  record Arr(Spot spot, ImmutableList<Located> items) implements Located {
    @Override
    public String kind() {
      return "an array";
    }

    @Override
    public Arr movedTo(Spot other) {
      return new Arr(other, items);
    }

    @Override
    public boolean sameAs(Located other) {
      if (this == other) {
        return true;
      }
      if (!(other instanceof Arr array) || array.items.size() != items.size()) {
        return false;
      }
      for (int i = 0; i < items.size(); i++) {
        if (!items.get(i).sameAs(array.items.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A string.
   *
   * @param text its characters
   */
  record Text(Spot spot, String text) implements Located {
    @Override
    public String kind() {
      return "a string";
    }

    @Override
    public Text movedTo(Spot other) {
      return new Text(other, text);
    }

    @Override
    public boolean sameAs(Located other) {
      return other instanceof Text that && text.equals(that.text);
    }
  }

  /**
   * A number.
   *
   * @param number its value
   */
  record Num(Spot spot, BigDecimal number) implements Located {
    @Override
    public String kind() {
      return "a number";
    }

    @Override
    public Num movedTo(Spot other) {
      return new Num(other, number);
    }

    @Override
    public boolean sameAs(Located other) {
      return other instanceof Num that && number.compareTo(that.number) == 0;
    }
  }

  /**
   * True or false.
   *
   * @param value which
   */
  record Bool(Spot spot, boolean value) implements Located {
    @Override
    public String kind() {
      return "true or false";
    }

    @Override
    public Bool movedTo(Spot other) {
      return new Bool(other, value);
    }

    @Override
    public boolean sameAs(Located other) {
      return other instanceof Bool that && value == that.value;
    }
  }

  /** Null. */
  record Null(Spot spot) implements Located {
    @Override
    public String kind() {
      return "null";
    }

    @Override
    public Null movedTo(Spot other) {
      return new Null(other);
    }

    @Override
    public boolean sameAs(Located other) {
      return other instanceof Null;
    }
  }
}
