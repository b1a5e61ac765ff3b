package exsim.scenarios.lab;

/** A lab that cannot be opened, and why. */
public final class LabException extends Exception {
  private static final long serialVersionUID = 1;

  LabException(String message) {
    super(message);
  }
}
