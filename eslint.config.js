import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      ...["node_modules", "dist", ".vitrine", "artifacts", "src/.observablehq", "src/lib", "data"],
      // AssemblyScript has a compiler of its own.
      "lib/learn/kernels/assembly"
    ]
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {allowDefaultProject: ["*.js", "*.cjs"]},
        tsconfigRootDir: import.meta.dirname
      }
    },
    linterOptions: {reportUnusedDisableDirectives: "error"},
    rules: {
      eqeqeq: ["error", "always", {null: "ignore"}],
      "no-console": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "separate-type-imports"}],
      "@typescript-eslint/switch-exhaustiveness-check": "error"
    }
  },
  {
    files: ["src/**/*.ts", "lib/**/*.ts"],
    // A file for machines has the point, and a model the digits that every device agrees on.
    ignores: [
      "lib/format.ts",
      "lib/intlNames.ts",
      "lib/csv/csvText.ts",
      "lib/lab/calibration.ts",
      "lib/source/numberStyles.ts"
    ],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            ":matches(MemberExpression[property.name=/^(toLocale|toFixed)/], MemberExpression[object.name='Intl'])",
          message: "Format by lib/format.ts, so that the site writes numbers and days in one way."
        }
      ]
    }
  },
  {files: ["tools/**", "loaders/cli.ts", "test/**"], rules: {"no-console": "off"}},
  {files: ["**/*.js", "**/*.cjs"], ...tseslint.configs.disableTypeChecked}
);
