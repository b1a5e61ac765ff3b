package exsim.scenarios.powershell;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What somebody typed: cmdlets joined by a pipe.
 *
 * @param calls the cmdlets, in order
 */
public record CommandLine(ImmutableList<Call> calls) {
  /**
   * One cmdlet with its arguments.
   *
   * @param cmdlet its name as typed
   * @param arguments the arguments, in order
   */
  public record Call(String cmdlet, ImmutableList<Argument> arguments) {}

  /**
   * One argument.
   *
   * @param parameter the parameter's name as typed, without the hyphen; empty for one by position
   * @param value its value; empty for a switch
   * @param attached whether a colon binds the value to the parameter
   */
  public record Argument(Optional<String> parameter, Optional<Value> value, boolean attached) {}

  /** A value as typed. */
  public sealed interface Value {
    /** Text, quoted or bare. */
    record Text(String text) implements Value {}

    /** {@code $true} or {@code $false}. */
    record Bool(boolean value) implements Value {}

    /** {@code $null}. */
    record Null() implements Value {}

    /** Several values. */
    record Several(ImmutableList<Value> items) implements Value {}

    /** {@code @{Add=…; Remove=…}}: a change of a list. */
    record Change(ImmutableList<Value> add, ImmutableList<Value> remove) implements Value {}
  }
}
