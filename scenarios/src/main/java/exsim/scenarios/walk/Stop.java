package exsim.scenarios.walk;

import java.util.Optional;

/**
 * A step of a walk.
 *
 * @param text what is told, ready to be printed
 * @param question what is asked before it is told; empty for nothing
 */
public record Stop(String text, Optional<Question> question) {}
