package exsim.simulator.question;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** A value as reports print it and expectations state it. */
public sealed interface Value {
  /**
   * Text.
   *
   * @param text the text
   */
  record Text(String text) implements Value {}

  /**
   * A whole number.
   *
   * @param number the number
   */
  record Int(long number) implements Value {}

  /**
   * True or false.
   *
   * @param value which
   */
  record Bool(boolean value) implements Value {}

  /** Nothing. */
  record Null() implements Value {}

  /**
   * Values in order.
   *
   * @param items the values
   */
  record Array(ImmutableList<Value> items) implements Value {}

  /**
   * Values by name, in order.
   *
   * @param members the values
   */
  record Obj(ImmutableMap<String, Value> members) implements Value {}

  /** The one value for nothing. */
  Null NULL = new Null();
}
