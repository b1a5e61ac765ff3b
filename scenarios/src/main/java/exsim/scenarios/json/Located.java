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

    /** The member of a name. */
    public Optional<Member> member(String name) {
      return members.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /** The member of a name without regard to case, as PowerShell matches properties. */
    public Optional<Member> memberIgnoringCase(String name) {
      return members.stream().filter(m -> Ascii.equalsIgnoreCase(m.name(), name)).findFirst();
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
  }

  /** Null. */
  record Null(Spot spot) implements Located {
    @Override
    public String kind() {
      return "null";
    }
  }
}
