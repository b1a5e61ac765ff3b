/** What there is: immutable values of a mail topology. */
package exsim.model;
