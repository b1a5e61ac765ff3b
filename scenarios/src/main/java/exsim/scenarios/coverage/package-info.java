/** What the catalogues of documented behaviour ask for, and what answers it here. */
package exsim.scenarios.coverage;
