/** Paths by which services say that they are well. */
export const HEALTH_PATH =
  /^\/?(?:-\/|api\/|actuator\/|v\d+\/)*(?:health|healthz|healthcheck|health-check|livez|readyz|live|ready|alive|ping|status|healthy)\/?(?:\?.*)?$/i;
