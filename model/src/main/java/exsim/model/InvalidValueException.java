package exsim.model;

/** A value that cannot exist, said in words fit for an administrator. */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Creates one with a message in lower case, without a full stop. */
  public InvalidValueException(String message) {
    super(message);
  }
}
