package exsim.simulator.rule;

import com.google.errorprone.annotations.Immutable;

/** One behaviour that decides something. Rules are enum constants; their ids are permanent. */
@Immutable
public interface Rule {
  /** Permanent and never used again for another rule, such as {@code HOP-012}. */
  String id();

  /** One sentence, with the facts' names in braces. */
  String sentence();

  /** How far it can be trusted. */
  Basis basis();

  /** Where it comes from: the source, then the catalogue's ids in brackets. */
  String source();
}
